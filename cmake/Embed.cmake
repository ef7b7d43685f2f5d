# Turns data files into C++ sources in the build folder, so that the library needs no files at
# run time.

# embed_texts(TARGET ENUM FOLDER): every FOLDER/FILE.txt, without its comments ("# ..."), is an entry of
# `enum class ENUM` and of `ENUM_names`, in lower case, and its text one of `embedded::ENUM`, all in the
# generated header "ENUM_data.h".
function(embed_texts target enum folder)
  file(GLOB files CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${folder}/*.txt)
  string(TOLOWER ${enum} name)
  unset(entries)
  set(texts "")
  foreach(file ${files})
    get_filename_component(entry ${file} NAME_WE)
    list(APPEND entries ${entry})
    file(READ ${file} text)
    string(REGEX REPLACE "\n#[^\n]*" "" text "\n${text}")
    string(APPEND texts "R\"text(${text})text\",\n")
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
  endforeach()
  list(LENGTH entries count)
  string(REPLACE ";" ",\n  " enumerators "${entries}")
  string(REPLACE ";" "\",\n    \"" strings "${entries}")
  set(array "std::array<std::string_view, ${count}> ${name}")
  file(CONFIGURE OUTPUT generated/${name}_data.h @ONLY CONTENT
"// Made of ${folder}.\n#pragma once\n#include <array>\n#include <cstdint>\n#include <string_view>\nnamespace sourcelight {\nenum class ${enum} : std::uint8_t {\n  ${enumerators}\n};\ninline constexpr std::array<std::string_view, ${count}> ${name}_names = {\n    \"${strings}\"};\nnamespace embedded {\nextern const ${array};\n}\n}\n")
  file(CONFIGURE OUTPUT generated/${name}_data.cpp @ONLY CONTENT
"#include \"${name}_data.h\"\nnamespace sourcelight::embedded {\nconst ${array} = {\n${texts}};\n}\n")
  target_sources(${target} PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/generated/${name}_data.cpp)
  target_include_directories(${target} PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/generated)
endfunction()

# embed_names(ENUM FILE): the names of core/lexicon/en/FILE ("name: ...", one a line) become
# `enum class ENUM` and `ENUM_names`, in lower case, in the generated header "ENUM_names.h". So code
# can use no name that the file lacks; that it uses all of them, tests/words_test.mjs holds. The file
# of every other language must have the same.
function(embed_names enum file)
  unset(names)
  file(GLOB languages ${CMAKE_CURRENT_SOURCE_DIR}/core/lexicon/*/${file})
  foreach(language en ${languages})
    if(language STREQUAL en)
      set(language ${CMAKE_CURRENT_SOURCE_DIR}/core/lexicon/en/${file})
    endif()
    file(READ ${language} text)
    string(REGEX MATCHALL "\n[a-z0-9_]+:" found "\n${text}")
    string(REGEX REPLACE "[\n:]" "" found "${found}")
    set(sorted ${found})
    list(SORT sorted)
    set(once ${sorted})
    list(REMOVE_DUPLICATES once)
    if(NOT sorted STREQUAL once)
      message(FATAL_ERROR "${language} has a name twice: ${sorted}")
    endif()
    if(NOT DEFINED names)
      set(names ${found})
      set(wanted ${sorted})
    elseif(NOT sorted STREQUAL wanted)
      message(FATAL_ERROR "${language} has other names than core/lexicon/en/${file}: ${sorted}")
    endif()
  endforeach()
  list(LENGTH names count)
  string(TOLOWER ${enum} lower)
  string(REPLACE ";" ",\n  " enumerators "${names}")
  string(REPLACE ";" "\",\n    \"" strings "${names}")
  file(CONFIGURE OUTPUT generated/${lower}_names.h @ONLY CONTENT
"// Made of core/lexicon/en/${file}.\n#pragma once\n#include <array>\n#include <cstdint>\n#include <string_view>\nnamespace sourcelight {\nenum class ${enum} : std::uint16_t {\n  ${enumerators}\n};\ninline constexpr std::array<std::string_view, ${count}> ${lower}_names = {\n    \"${strings}\"};\n}\n")
endfunction()

# embed_binary(TARGET NAME FILE): the bytes of FILE become
# `std::span<const std::uint8_t> embedded::NAME()`, declared in the generated header "NAME.h".
function(embed_binary target name file)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${file})
  file(READ ${CMAKE_CURRENT_SOURCE_DIR}/${file} bytes HEX)
  string(REGEX REPLACE "(................................)" "\\1\n" bytes "${bytes}")
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${bytes}")
  file(CONFIGURE OUTPUT generated/${name}.h @ONLY CONTENT
"#pragma once\n#include <cstdint>\n#include <span>\nnamespace sourcelight::embedded {\nstd::span<const std::uint8_t> ${name}();\n}\n")
  file(CONFIGURE OUTPUT generated/${name}.cpp @ONLY CONTENT
"#include \"${name}.h\"\nnamespace sourcelight::embedded {\nnamespace {\nalignas(8) constexpr std::uint8_t bytes[] = {\n${bytes}\n};\n}\nstd::span<const std::uint8_t> ${name}() { return bytes; }\n}\n")
  target_sources(${target} PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/generated/${name}.cpp)
  target_include_directories(${target} PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/generated)
endfunction()
