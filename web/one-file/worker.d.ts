// A worker whose script the bundler lays into the script that starts it.
declare module '*?worker&inline' {
  const InlineWorker: new () => Worker;
  export default InlineWorker;
}
