// The text of every page of every PDF named on standard input, as pdf.js reads it.
import { readFileSync } from "node:fs";

console.log = console.error; // it warns there, as it is loaded, that it has no canvas
const { getDocument, VerbosityLevel } = await import("pdfjs-dist/legacy/build/pdf.mjs");

const files = JSON.parse(readFileSync(0, "utf8"));
const answers = [];
for (const file of files) {
  const task = getDocument({
    data: new Uint8Array(readFileSync(file)),
    verbosity: VerbosityLevel.ERRORS,
    isEvalSupported: false,
    useSystemFonts: false,
  });
  const document = await task.promise;
  const pages = [];
  for (let number = 1; number <= document.numPages; number++) {
    const content = await (await document.getPage(number)).getTextContent();
    pages.push(content.items.map((item) => item.str + (item.hasEOL ? "\n" : "")).join(""));
  }
  answers.push(pages);
  await task.destroy();
}
process.stdout.write(JSON.stringify(answers));
