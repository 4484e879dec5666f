/** The examples of a page: in its `console` blocks, each command behind `$ ` with what it prints below. */
export interface Example {
  readonly command: string;
  readonly output: string;
}

export function examplesOf(page: string): readonly Example[] {
  const blocks = page.matchAll(/^```console\n([^]*?)^```$/gm);
  return [...blocks].flatMap(([, block = '']) =>
    block
      .split(/^\$ /m)
      .slice(1)
      .map((example) => {
        const end = commandEnd(example);
        return { command: example.slice(0, end), output: example.slice(end + 1) };
      }),
  );
}

/** A command goes on in the next line while a quotation mark is open. */
function commandEnd(example: string): number {
  let isQuoted = false;
  for (let at = 0; at < example.length; at += 1) {
    if (example[at] === "'") isQuoted = !isQuoted;
    else if (example[at] === '\n' && !isQuoted) return at;
  }
  return example.length;
}
