# RE2 of early 2023, the last without abseil (docs/adr/0003), as a static library for any compiler.
# Its sources come from the npm registry, inside the package re2: npm is there anyway, knows its
# registry and proxy, and runs nothing of the package. They are checked against their hash and kept
# in build/, whichever preset asks first.

set(re2_version 1.18.3)
set(re2_sha256 2b2ad84c6b3fd7b6861335588693edd8d71d4c966dbf99b90ae7a63592e82fd3)
set(SOURCELIGHT_RE2 ${CMAKE_CURRENT_SOURCE_DIR}/build/re2-${re2_version}
    CACHE PATH "RE2's sources: the folder that holds re2/re2.h; fetched if there is none")

# Leaves the folder re2/ and util/ in `folder`, or stops with what to do.
function(fetch_re2 folder)
  find_program(SOURCELIGHT_NPM npm)
  if(NOT SOURCELIGHT_NPM)
    message(FATAL_ERROR "npm fetches RE2's sources: install it, or give them by -DSOURCELIGHT_RE2=FOLDER")
  endif()
  set(here ${CMAKE_CURRENT_BINARY_DIR}/re2-fetch)
  file(REMOVE_RECURSE ${here})
  file(MAKE_DIRECTORY ${here})
  message(STATUS "Fetching RE2 (re2@${re2_version}, npm)")
  execute_process(COMMAND ${SOURCELIGHT_NPM} pack --silent --prefer-offline re2@${re2_version}
                  WORKING_DIRECTORY ${here} RESULT_VARIABLE failed ERROR_VARIABLE reason OUTPUT_QUIET)
  set(archive ${here}/re2-${re2_version}.tgz)
  if(failed OR NOT EXISTS ${archive})
    message(FATAL_ERROR "npm could not fetch re2@${re2_version}: ${reason}")
  endif()
  file(SHA256 ${archive} found)
  if(NOT found STREQUAL re2_sha256)
    message(FATAL_ERROR "re2@${re2_version} has the SHA-256 ${found}, not ${re2_sha256}")
  endif()
  file(ARCHIVE_EXTRACT INPUT ${archive} DESTINATION ${here} PATTERNS package/vendor/*)
  file(REMOVE_RECURSE ${folder})
  get_filename_component(parent ${folder} DIRECTORY)
  file(MAKE_DIRECTORY ${parent})
  file(RENAME ${here}/package/vendor ${folder})
  file(REMOVE_RECURSE ${here})
endfunction()

if(NOT EXISTS ${SOURCELIGHT_RE2}/re2/re2.h)
  fetch_re2(${SOURCELIGHT_RE2})
endif()

# All that searching asks for; not the filters for thousands of patterns (filtered_re2, prefilter).
set(re2_sources util/rune.cc util/strutil.cc)
foreach(name bitmap256 bitstate compile dfa mimics_pcre nfa onepass parse perl_groups prog re2 regexp
        simplify stringpiece tostring unicode_casefold unicode_groups)
  list(APPEND re2_sources re2/${name}.cc)
endforeach()
list(TRANSFORM re2_sources PREPEND ${SOURCELIGHT_RE2}/)

add_library(sourcelight_re2 STATIC ${re2_sources})
# cmake/re2 first: its util/logging.h writes nothing. NDEBUG: RE2 checks itself at some length.
target_include_directories(sourcelight_re2 PRIVATE ${CMAKE_CURRENT_SOURCE_DIR}/cmake/re2 ${SOURCELIGHT_RE2})
target_include_directories(sourcelight_re2 SYSTEM INTERFACE ${SOURCELIGHT_RE2})
target_compile_definitions(sourcelight_re2 PRIVATE NDEBUG)
target_compile_options(sourcelight_re2 PRIVATE -w)
set_target_properties(sourcelight_re2 PROPERTIES EXPORT_COMPILE_COMMANDS OFF)
if(EMSCRIPTEN)
  # Half the size; matching is no slower than is noticed beside the rest.
  target_compile_options(sourcelight_re2 PRIVATE -Oz)
elseif(NOT MSVC)
  find_package(Threads REQUIRED)
  target_link_libraries(sourcelight_re2 PUBLIC Threads::Threads)
endif()
