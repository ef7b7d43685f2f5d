export default {
  build: {
    target: 'es2022', // for await at the top of a module
    rollupOptions: { input: { index: 'index.html', frame: 'frame.html' } },
  },
  // Vite's development server would take the package's scripts away from the files beside them.
  optimizeDeps: { exclude: ['sourcelight'] },
};
