// What WordPress loads, as a classic script after its own: fetches the module that lies beside it.
// The module's name has a hash, which the build writes here (tools/build/wordpress.ts).
import(new URL('./PLUGIN_MODULE', document.currentScript.src).href);
