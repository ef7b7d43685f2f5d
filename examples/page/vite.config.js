export default {
  // Vite's development server would take the package's scripts away from the files beside them.
  optimizeDeps: { exclude: ['sourcelight'] },
};
