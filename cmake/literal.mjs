// Bytes as a JavaScript string: each byte is one character, so that a web server's compression sees what they have in common.
// 0 becomes U+0100: a raw NUL would not survive inside an HTML page. '<' is escaped for the same reason.
const escapes = { 0: '\u0100', 10: '\\n', 13: '\\r', 34: '\\"', 60: '\\x3c', 92: '\\\\' };
export const literal = (bytes) => `"${Array.from(bytes, (byte) => escapes[byte] ?? String.fromCharCode(byte)).join('')}"`;
