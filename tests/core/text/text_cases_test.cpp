// Runs the cases of tests/cases/text, each printed in the form that its folder's files show.
#include <catch2/catch.hpp>

#include "cases.h"
#include "text/document.h"

namespace sourcelight {
namespace {

Document read(const std::string& input) {
  return read_document(read_utf8(input, OffsetUnit::codepoint));
}

// On one line: a line end within is shown as " / ".
std::string on_one_line(std::string_view text) {
  std::string line;
  for (const char c : text) {
    if (c == '\n') {
      line += " / ";
    } else if (c != '\r') {
      line += c;
    }
  }
  return line;
}

// One sentence a line; an empty line between paragraphs.
std::string print_sentences(const Document& document) {
  std::string printed;
  for (const Sentence& sentence : document.sentences) {
    const bool first = &sentence == document.sentences.data();
    if (!first) printed += (&sentence - 1)->paragraph == sentence.paragraph ? "\n" : "\n\n";
    printed += on_one_line(document.at(sentence.span));
  }
  return printed;
}

// The tokens of one sentence a line.
std::string print_tokens(const Document& document) {
  std::string printed;
  for (const Sentence& sentence : document.sentences) {
    if (!printed.empty()) printed += '\n';
    for (std::uint32_t i = sentence.first_token; i < sentence.last_token; ++i) {
      if (i > sentence.first_token) printed += ' ';
      printed += document.at(document.tokens[i].span);
    }
  }
  return printed;
}

// "[kind] text" a line; a dateline in < >.
std::string print_paragraphs(const Document& document) {
  std::string printed;
  for (const Paragraph& paragraph : document.paragraphs) {
    if (!printed.empty()) printed += '\n';
    printed.append("[").append(to_string(paragraph.kind)).append("] ");
    Span rest = paragraph.span;
    if (!paragraph.dateline.empty()) {
      printed.append("<").append(document.at(paragraph.dateline)).append(">");
      rest.begin = paragraph.dateline.end;
    }
    printed += on_one_line(document.at(rest));
  }
  return printed;
}

// "0 “text”" a line, indented by depth, with what is special about it.
std::string print_quotations(const Document& document) {
  std::string printed;
  for (std::size_t i = 0; i < document.quotations.size(); ++i) {
    const Quotation& quotation = document.quotations[i];
    if (i > 0) printed += '\n';
    printed.append(std::size_t{2} * quotation.depth, ' ').append(std::to_string(i)).append(" ");
    printed += on_one_line(document.at(quotation.span));
    if (quotation.single) printed += " (single)";
    if (!quotation.closed) printed += " (open)";
    if (quotation.continues) printed += " (continues " + std::to_string(*quotation.continues) + ")";
  }
  return printed;
}

void run(const std::string& folder, std::string (*print)(const Document&)) {
  for (const testing::Case& each : testing::read_cases("text/" + folder)) {
    INFO(each.name);
    CHECK(print(read(each.input)) == each.expected);
  }
}

TEST_CASE("sentences end where the cases say") { run("sentences", print_sentences); }
TEST_CASE("tokens are cut where the cases say") { run("tokens", print_tokens); }
TEST_CASE("paragraphs are what the cases say") { run("paragraphs", print_paragraphs); }
TEST_CASE("quotations stand where the cases say") { run("quotations", print_quotations); }

}  // namespace
}  // namespace sourcelight
