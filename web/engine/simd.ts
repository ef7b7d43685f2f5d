// Which of the two WebAssembly files this browser can run. Both have the same loader and give the
// same Reports; the one with SIMD reads several times as fast. tests/web/engine hold it.

// A module of one function that uses one instruction of SIMD (i8x16.popcnt).
const probe = new Uint8Array([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15,
  253, 98, 11,
]);

export const hasSimd = (): boolean => WebAssembly.validate(probe);
