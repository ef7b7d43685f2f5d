// Contract in choice_json.h.
#include "sources/choice_json.h"

#include <cmath>

#include "base/json_string.h"

namespace sourcelight {
namespace {

void write(std::string& out, const Choice& choice) {
  out += "{\"name\":";
  append_json_string(out, choice.reference.name);
  out += ",\"kind\":";
  append_json_string(out, to_string(choice.reference.kind));
  out += ",\"title\":";
  append_json_string(out, choice.reference.title);
  out += ",\"signs\":[";
  bool first = true;
  for (std::size_t sign = 0; sign < sign_count; ++sign) {
    const long thousandths = std::lround(choice.signs[sign] * 1000);
    if (thousandths == 0) continue;
    if (!first) out += ',';
    first = false;
    out += "[" + std::to_string(sign) + "," + std::to_string(thousandths) + "]";
  }
  out += "]}";
}

}  // namespace

std::string choices_json(const Grammar& grammar, const std::vector<Attribution>& attributions) {
  std::string out = "{\"phrases\":[";
  bool first = true;
  for (const ChoicesOf& of : tell_choices(grammar, attributions)) {
    if (!first) out += ',';
    first = false;
    out += "{\"attribution\":" + std::to_string(of.attribution) +
           ",\"chosen\":" + std::to_string(of.chosen) + ",\"choices\":[";
    for (std::size_t i = 0; i < of.choices.size(); ++i) {
      if (i > 0) out += ',';
      write(out, of.choices[i]);
    }
    out += "]}";
  }
  return out + "]}";
}

}  // namespace sourcelight
