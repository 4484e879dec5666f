// The types of minify.mjs, for the benches.
export function minifyScript(code: string): Promise<string>;
