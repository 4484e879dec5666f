/** A made-up vault on disk for benches, made where it is missing, and what a metadata cache knows of it. */
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { CachedMetadata } from 'obsidian';
import { parse } from 'yaml';
import type { VaultOptions } from '../../scripts/vault/generate';
import { writeVault } from '../../scripts/vault/write-vault';
import { obsidianTags } from '../core/obsidian-tags';

const FRONTMATTER = /^---\n([^]*?)\n---\n/;

/** The folder of the vault. */
export async function madeVault(options: VaultOptions): Promise<string> {
  const { notes, seed } = options;
  const folder = path.join(tmpdir(), `question-stance-vault-${String(notes)}-${String(seed)}`);
  if (!existsSync(folder)) {
    console.log(`Making ${folder} …`);
    await writeVault(folder, options);
  }
  return folder;
}

/** As much of a note's metadata as the plugin asks for. */
export function metadataOf(text: string): CachedMetadata {
  const [block = '', yaml] = FRONTMATTER.exec(text) ?? [];
  const frontmatter: unknown = yaml === undefined ? undefined : parse(yaml);
  const body = text.slice(block.length);
  const tags = body.includes('#question/')
    ? obsidianTags(body).map((tag) => ({ tag: `#${tag}` }))
    : [];
  return { ...(frontmatter ? { frontmatter } : {}), tags } as CachedMetadata;
}
