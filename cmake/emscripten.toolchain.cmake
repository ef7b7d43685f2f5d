# Emscripten 3.1.6 to 4.x, from wherever emcc stands on PATH (Debian, emsdk, brew).
find_program(SOURCELIGHT_EMCC emcc REQUIRED)
find_program(SOURCELIGHT_EM_CONFIG em-config)
if(SOURCELIGHT_EM_CONFIG)
  execute_process(COMMAND ${SOURCELIGHT_EM_CONFIG} EMSCRIPTEN_ROOT ERROR_QUIET
                  OUTPUT_VARIABLE emscripten_root OUTPUT_STRIP_TRAILING_WHITESPACE)
endif()
if(NOT EXISTS "${emscripten_root}/cmake/Modules/Platform/Emscripten.cmake")
  file(REAL_PATH ${SOURCELIGHT_EMCC} emcc)
  get_filename_component(emscripten_root ${emcc} DIRECTORY)
endif()
include(${emscripten_root}/cmake/Modules/Platform/Emscripten.cmake)
