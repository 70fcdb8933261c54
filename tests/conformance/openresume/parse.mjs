// What OpenResume's parser makes of every PDF named on standard input.
//
// Its sources, in the folder named as the argument, are TypeScript for a browser: each is
// stripped of its types and put beside the others as a module, the two packages it asks for
// besides pdf.js are replaced by what its parser needs of them, and pdf.js is this folder's.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

console.log = console.error;
const typescript = createRequire(import.meta.url)("typescript");
const sources = process.argv[2];
const made = mkdtempSync(join(tmpdir(), "openresume-"));

const stand_in = (name, text) => {
  writeFileSync(join(made, name), text);
  return pathToFileURL(join(made, name)).href;
};
const pdfjs = import.meta.resolve("pdfjs-dist/legacy/build/pdf.mjs");
const worker = import.meta.resolve("pdfjs-dist/legacy/build/pdf.worker.mjs");
const packages = {
  "@reduxjs/toolkit": stand_in(
    "toolkit.mjs",
    "export const createSlice = () => ({ actions: {}, reducer: null });",
  ),
  "pdfjs-dist": stand_in("pdfjs.mjs", `export * from ${JSON.stringify(pdfjs)};`),
  "pdfjs-dist/build/pdf.worker.entry": stand_in(
    "worker.mjs",
    `export default ${JSON.stringify(worker)};`,
  ),
};

const done = new Map();
function module_of(name) {
  if (name in packages) return packages[name];
  if (!name.startsWith("lib/")) throw new Error(`OpenResume's parser asks for ${name}`);
  if (done.has(name)) return done.get(name);
  const file = join(made, `${name.replaceAll("/", ".")}.mjs`);
  done.set(name, pathToFileURL(file).href);
  const typed = typescript.transpileModule(source_of(name), {
    compilerOptions: { target: "ES2022", module: "ESNext" },
  }).outputText;
  const text = typed.replace(/(\bfrom\s+)"([^"]+)"/g, (_, from, of) => `${from}"${module_of(of)}"`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return done.get(name);
}
function source_of(name) {
  const path = join(sources, name);
  for (const file of [`${path}.ts`, `${path}/index.ts`]) {
    try {
      return readFileSync(file, "utf8");
    } catch {
      continue;
    }
  }
  throw new Error(`OpenResume holds no ${name}`);
}

try {
  const { parseResumeFromPdf } = await import(module_of("lib/parse-resume-from-pdf"));
  const answers = [];
  for (const file of JSON.parse(readFileSync(0, "utf8"))) {
    answers.push(await parseResumeFromPdf({ data: new Uint8Array(readFileSync(file)), verbosity: 0 }));
  }
  process.stdout.write(JSON.stringify(answers));
} finally {
  rmSync(made, { recursive: true });
}
