// What the article says somebody is, wherever it says so: "Sen. (R-Ohio); chair of the committee".
// tests/cases/sources/titles.txt and roles.txt hold it.
#pragma once

#include "sources/names.h"

namespace sourcelight {

// Sets the title of every entity that the article gives one.
void state_titles(const Grammar& grammar, Names& names);

// The labelled titles stand above those: each belongs to the name next to it in its sentence.
void state_labelled_titles(const Grammar& grammar, const SourceLabels& labels, Names& names);

}  // namespace sourcelight
