# Header-only libraries of the system, by their one folder: all of /usr/include breaks em++.

# target_headers(TARGET FOLDER/HEADER): lets TARGET include <FOLDER/HEADER>.
function(target_headers target header)
  get_filename_component(folder ${header} DIRECTORY)
  find_path(${folder}_INCLUDE ${header} PATHS /usr/include /usr/local/include /opt/homebrew/include
            NO_CMAKE_FIND_ROOT_PATH REQUIRED)
  file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/inc)
  file(CREATE_LINK ${${folder}_INCLUDE}/${folder} ${CMAKE_BINARY_DIR}/inc/${folder} SYMBOLIC)
  target_include_directories(${target} SYSTEM PRIVATE ${CMAKE_BINARY_DIR}/inc)
endfunction()
