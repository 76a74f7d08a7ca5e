// Bytes as a JavaScript expression for a Uint8Array: each byte is one character of a string, so that a web server's
// compression finds the repetitions.

const forbidden = [0, 10, 13, 34, 60, 92];  // bytes that do not survive inside a string, or inside a script in a page
const plain = Array.from({ length: 128 }, (_, code) => code).filter((code) => !forbidden.includes(code));

/** The character of each byte: its own. */
const themselves = () => Array.from({ length: 256 }, (_, byte) => (forbidden.includes(byte) ? 256 + byte : byte));

/** The most frequent bytes become characters that take one byte themselves. */
function common_ones(bytes) {
  const count = new Array(256).fill(0);
  for (const byte of bytes) count[byte]++;
  const common = new Set([...count.keys()].sort((a, b) => count[b] - count[a] || a - b).slice(0, plain.length));
  const free = plain.filter((code) => !common.has(code));
  let next = 128;
  return count.map((_, byte) => (!common.has(byte) ? next++ : forbidden.includes(byte) || byte > 127 ? free.shift() : byte));
}

function written(bytes, code) {
  const text = Array.from(bytes, (byte) => String.fromCharCode(code[byte])).join('');
  const table = new Array(Math.max(...code) + 1).fill(0);
  code.forEach((to, byte) => { table[to] = byte; });
  // A plain loop; iterating over a string by characters takes half a second on a fast machine.
  return `((text, bytes) => { const out = new Uint8Array(text.length); for (let i = 0; i < out.length; i++) out[i] = bytes[text.charCodeAt(i)]; return out; })("${text}", ${JSON.stringify(table)})`;
}

/** The expression for a program. */
export const literal = (bytes) => written(bytes, common_ones(bytes));
/** The expression for a font, in which neighbouring values are alike. */
export const font_literal = (bytes) => written(bytes, themselves());
