import vue from '@vitejs/plugin-vue';

export default {
  plugins: [vue({ template: { compilerOptions: { isCustomElement: (tag) => tag === 'source-light' } } })],
  // Vite's development server would take the package's scripts away from the files beside them.
  optimizeDeps: { exclude: ['sourcelight'] },
};
