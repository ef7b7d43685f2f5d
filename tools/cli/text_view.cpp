// The Report for a terminal. tests/cli/cli_test.mjs holds it.
#include "text_view.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <vector>

namespace sourcelight::cli {
namespace {

constexpr std::string_view bold = "\x1b[1m";
constexpr std::string_view dim = "\x1b[2m";
constexpr std::string_view plain = "\x1b[0m";

std::string_view color_of(ClaimStatus status) {
  switch (status) {
    case ClaimStatus::named:
      return "\x1b[32m";  // green
    case ClaimStatus::unnamed:
      return "\x1b[33m";  // yellow
    case ClaimStatus::hidden:
      return "\x1b[35m";  // magenta
    case ClaimStatus::unsourced:
      return "\x1b[31m";  // red
    case ClaimStatus::none:
      return "";
  }
  return "";
}

// What an article must not do to a terminal: leaves out control characters (C0, DEL and, in two
// bytes, C1) but for line ends and tabs.
void append_safely(std::string& out, std::string_view utf8) {
  for (std::size_t i = 0; i < utf8.size(); ++i) {
    const auto byte = static_cast<unsigned char>(utf8[i]);
    const auto next = static_cast<unsigned char>(i + 1 < utf8.size() ? utf8[i + 1] : 0);
    if (byte == 0xC2 && next >= 0x80 && next < 0xA0) {
      ++i;
    } else if (byte == '\n' || byte == '\t' || (byte >= 0x20 && byte != 0x7F)) {
      out += utf8[i];
    }
  }
}

// Names and titles, on one line however they stand in the article.
std::string one_line(std::string_view text) {
  std::string out;
  append_safely(out, text);
  std::replace_if(
      out.begin(), out.end(), [](char c) { return c == '\n' || c == '\t'; }, ' ');
  return out;
}

std::string mark_of(const Claim& claim, const Report& report) {
  std::string mark = "[" + std::string(to_string(claim.status));
  std::vector<std::uint32_t> told;
  for (const std::uint32_t id : claim.attributions) {
    const auto source = report.attributions[id].source_id;
    if (!source || std::find(told.begin(), told.end(), *source) != told.end()) continue;
    mark += told.empty() ? ": " : ", ";
    mark += one_line(report.sources[*source].name);
    told.push_back(*source);
  }
  return mark + "]";
}

class Marker {
 public:
  Marker(std::string_view article, const Report& report, bool color)
      : article_(article), report_(report), color_(color), claim_at_(article.size()) {
    for (std::size_t i = 0; i < report.claims.size(); ++i) {
      for (const Span span : report.claims[i].spans) {
        std::fill(claim_at_.begin() + span.begin, claim_at_.begin() + span.end, i);
      }
    }
  }

  // Goes from one change of claim to the next.
  std::string marked() {
    std::size_t begin = 0;
    while (begin < article_.size()) {
      std::size_t end = begin + 1;
      while (end < article_.size() && claim_at_[end] == claim_at_[begin]) ++end;
      write(begin, end);
      begin = end;
    }
    return std::move(out_);
  }

 private:
  void write(std::size_t begin, std::size_t end) {
    const std::string_view text = article_.substr(begin, end - begin);
    if (!claim_at_[begin]) return append_safely(out_, text);
    const Claim& claim = report_.claims[*claim_at_[begin]];
    paint(color_of(claim.status));
    append_safely(out_, text);
    paint(plain);
    if (claim.status == ClaimStatus::none || end != claim.spans.back().end) return;
    out_ += ' ';
    paint(dim);
    out_ += mark_of(claim, report_);
    paint(plain);
  }

  void paint(std::string_view code) {
    if (color_) out_ += code;
  }

  std::string_view article_;
  const Report& report_;
  bool color_;
  std::vector<std::optional<std::size_t>> claim_at_;  // byte -> index into claims
  std::string out_;
};

std::size_t columns(std::string_view utf8) {
  return static_cast<std::size_t>(std::count_if(
      utf8.begin(), utf8.end(), [](char c) { return (static_cast<unsigned char>(c) >> 6) != 2; }));
}

using Row = std::array<std::string, 5>;

std::string table(const std::vector<Row>& rows, bool color) {
  std::array<std::size_t, 5> widths{};
  for (const Row& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], columns(row[i]));
  }
  std::string out;
  for (const Row& row : rows) {
    const bool head = color && &row == &rows.front();
    if (head) out += bold;
    for (std::size_t i = 0; i < row.size(); ++i) {
      const std::string padding(widths[i] - columns(row[i]), ' ');
      const bool is_number = i >= 3;
      out += is_number ? "  " + padding + row[i] : (i == 0 ? "" : "  ") + row[i] + padding;
    }
    if (head) out += plain;
    out += '\n';
  }
  return out;
}

std::string counts(const Report& report) {
  std::string out = "Claims:";
  for (const auto status : {ClaimStatus::named, ClaimStatus::unnamed, ClaimStatus::hidden,
                            ClaimStatus::unsourced, ClaimStatus::none}) {
    const auto count = std::count_if(report.claims.begin(), report.claims.end(),
                                     [&](const Claim& claim) { return claim.status == status; });
    out += status == ClaimStatus::named ? " " : ", ";
    out += std::to_string(count) + " " + std::string(to_string(status));
  }
  return out + "\n";
}

// "line 3: warning: message (“its words”) [rule]", a finding a line.
std::string findings(std::string_view article, const Report& report) {
  constexpr std::size_t kLongest = 80;  // bytes of the words
  std::string out = "House style:\n";
  std::size_t line = 1;
  std::size_t done = 0;
  for (const Finding& finding : report.findings) {
    const std::string_view before = article.substr(done, finding.span.begin - done);
    line += static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
    done = finding.span.begin;
    std::string_view words = article.substr(finding.span.begin, finding.span.size());
    const bool cut = words.size() > kLongest;
    if (cut) words = words.substr(0, words.rfind(' ', kLongest));
    out += "  line " + std::to_string(line) + ": " + std::string(to_string(finding.severity)) +
           ": " + one_line(finding.message) + " (“" + one_line(words) + (cut ? " …" : "") + "”) [" +
           one_line(finding.rule) + "]\n";
  }
  return out;
}

}  // namespace

std::string text_view(std::string_view article, const Report& report, bool color) {
  std::string out = Marker(article, report, color).marked();
  if (!out.empty() && out.back() != '\n') out += '\n';
  out += '\n';
  if (report.sources.empty()) {
    out += "No sources found.\n";
  } else {
    std::vector<Row> rows = {{"Source", "Kind", "Title", "Statements", "Words"}};
    for (const Source& source : report.sources) {
      rows.push_back({one_line(source.name), std::string(to_string(source.kind)),
                      one_line(source.title), std::to_string(source.statements),
                      std::to_string(source.words)});
    }
    out += table(rows, color);
  }
  out += '\n' + counts(report);
  return report.findings.empty() ? out : out + '\n' + findings(article, report);
}

}  // namespace sourcelight::cli
