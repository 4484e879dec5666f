// Every Lucide icon by name, as one JSON text: `{name: [[tag, attributes], …]}`. The package lists the
// current names that way; older names, which plugins may still use, are drawings of their own.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

type Shape = readonly [tag: string, attributes: Readonly<Record<string, string>>];

function shapesOf(svg: string): Shape[] {
  const inner = svg.slice(svg.indexOf('>', svg.indexOf('<svg')) + 1, svg.lastIndexOf('</svg>'));
  return Array.from(inner.matchAll(/<([a-z]+)\s([^>]*?)\/?>/g), ([, tag = '', attributes = '']) => {
    const pairs = Array.from(
      attributes.matchAll(/([\w-]+)="([^"]*)"/g),
      ([, name = '', value = '']): [string, string] => [name, value],
    );
    return [tag, Object.fromEntries(pairs)];
  });
}

/** Reads the installed package's icons. */
export async function readIconSet(packageFolder: string): Promise<string> {
  const listed = await readFile(join(packageFolder, 'icon-nodes.json'), 'utf8');
  const icons = JSON.parse(listed) as Record<string, readonly Shape[]>;
  const names = (await readdir(join(packageFolder, 'icons'))).map((file) =>
    file.replace(/\.svg$/, ''),
  );
  await Promise.all(
    names
      .filter((name) => !(name in icons))
      .map(async (name) => {
        icons[name] = shapesOf(await readFile(join(packageFolder, 'icons', `${name}.svg`), 'utf8'));
      }),
  );
  return JSON.stringify(icons);
}
