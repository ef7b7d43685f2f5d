// What a weight file says of the work it makes (docs/model-format.md).

const tables = 8; // the first parts are looked up, not multiplied: words, affixes, five small classes
const integers = 0;

/**
 * Products of an input and a weight for each token: every element of every matrix, once. Counts those of
 * a paragraph's summary as well, which are made once a paragraph.
 */
export function multiplyAccumulates(file) {
  const u32 = (at) => file.readUInt32LE(at);
  let sum = 0;
  for (let part = tables; part < u32(28); ++part) {
    const at = 32 + 16 * part;
    if (u32(at) === integers) sum += u32(at + 4) * u32(at + 8);
  }
  return sum;
}
