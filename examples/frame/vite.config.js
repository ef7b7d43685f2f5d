import { fileURLToPath } from 'node:url';

const page = (name) => fileURLToPath(new URL(name, import.meta.url));

export default {
  build: {
    target: 'es2022', // for `await` at the top of a module
    rollupOptions: { input: [page('index.html'), page('frame.html')] },
  },
  // Vite's development server would take the package's scripts away from the files beside them.
  optimizeDeps: { exclude: ['sourcelight'] },
};
