// What the package's types name of a browser: where the types of the DOM are not loaded (node), they
// name it still; where they are, this adds nothing. tests/package/node.test.ts holds it.
interface Document {}
interface Element {}
interface Text {}
interface Worker {}
declare namespace WebAssembly {
  interface Module {}
}
