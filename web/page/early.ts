// Asks for the engine's WebAssembly while the page's own scripts are still on their way: of its two
// builds the one this browser can run. tools/build/early.ts lays it into the built page as a script
// of its own; tests/web/page/house.test.ts holds that only one is fetched.
import { hasSimd } from '../engine/simd.ts';

/** The addresses, which the build knows. */
declare const ENGINE_FILES: { readonly simd: string; readonly scalar: string };

const link = document.createElement('link');
link.rel = 'preload';
link.as = 'fetch';
link.crossOrigin = 'anonymous';
link.href = hasSimd() ? ENGINE_FILES.simd : ENGINE_FILES.scalar;
document.head.append(link);
