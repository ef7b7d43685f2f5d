# How WebAssembly is built. The module: small, no exceptions, no eval, no file system; once with SIMD
# (build/wasm), once without (build/wasm/scalar) for browsers that have none. Only the network
# (core/src/model) is compiled twice for it. The tests are made of the module's own library, beside it;
# Catch2 needs exceptions, and reads case files through node.

file(READ ${EMSCRIPTEN_ROOT_PATH}/emscripten-version.txt emscripten_version)
string(REGEX MATCH "[0-9]+\\.[0-9]+\\.[0-9]+" emscripten_version "${emscripten_version}")
if(emscripten_version VERSION_LESS 3.1.25)
  set(stack_size TOTAL_STACK)
else()
  set(stack_size STACK_SIZE)
endif()
add_link_options(-s${stack_size}=1048576 -sALLOW_MEMORY_GROWTH)

# `items.begin() + index` with an index of 32 bits changes signedness where difference_type has 32
# bits too. Native clang still looks for such changes that matter.
target_compile_options(sourcelight_warnings INTERFACE -Wno-sign-conversion)

add_compile_options(-fno-exceptions -fno-rtti)

# in_node(FOLDER TYPE): tells node what the .js files of FOLDER are ("module" or "commonjs"), whatever
# the project's own package.json says.
function(in_node folder type)
  file(WRITE ${folder}/package.json "{\"type\": \"${type}\"}\n")
endfunction()

# wasm_module(TARGET FOLDER NETWORK): TARGET makes sourcelight.js in FOLDER, an ES module whose default
# export is the factory createSourcelight, with sourcelight.wasm beside it; of the library and NETWORK.
function(wasm_module target folder network)
  in_node(${folder} module)
  add_executable(${target} wasm/bindings.cpp)
  target_link_libraries(${target} PRIVATE sourcelight ${network} sourcelight_warnings)
  set_target_properties(${target} PROPERTIES OUTPUT_NAME sourcelight RUNTIME_OUTPUT_DIRECTORY ${folder})
  # Functions of more than 12 nodes that several call are not copied into each (usual: 20): 8 kB less
  # to download, as fast.
  target_link_options(${target} PRIVATE -sBINARYEN_EXTRA_PASSES=--flexible-inline-max-function-size=12)
  # Embind without RTTI.
  target_compile_definitions(${target} PRIVATE EMSCRIPTEN_HAS_UNBOUND_TYPE_NAMES=0)
  target_link_options(${target} PRIVATE --bind -fno-rtti -sENVIRONMENT=web,worker -sMODULARIZE -sEXPORT_ES6
    -sEXPORT_NAME=createSourcelight -sDYNAMIC_EXECUTION=0 -sFILESYSTEM=0 -sMALLOC=emmalloc
    -sINCOMING_MODULE_JS_API=instantiateWasm,wasmBinary,locateFile,print,printErr,onAbort)
endfunction()

# wasm_tests(TARGET): TARGET becomes a script for node in the folder tests of the build folder.
function(wasm_tests target)
  in_node(${CMAKE_BINARY_DIR}/tests commonjs)
  set_target_properties(${target} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests
                        CROSSCOMPILING_EMULATOR "node;--no-experimental-fetch")
  target_link_libraries(${target} PRIVATE sourcelight_network)
  target_compile_options(${target} PRIVATE -fexceptions -frtti -msimd128)
  target_link_options(${target} PRIVATE -fexceptions -sNODERAWFS -sEXIT_RUNTIME)
endfunction()
