/** Queries in notes: the block that draws one, and the command that begins one. */
import type { Plugin } from 'obsidian';
import type { Preset } from '../../core/query';
import type { UiContext } from '../context';
import { FIRST_CHOICE } from '../export/save-choice';
import { insertLines } from '../parts/insert-lines';
import { BLOCK_LANGUAGE } from './block-fence';
import { QueryBlock, type BlockServices } from './query-block';

type Host = Pick<Plugin, 'addCommand' | 'register' | 'registerMarkdownCodeBlockProcessor'>;

export function registerBlocks(
  plugin: Host,
  context: UiContext,
  wired: Omit<BlockServices, 'saved' | 'openQuery'> & {
    readonly openQuery: (query: Preset) => void;
  },
): void {
  const services: BlockServices = {
    ...wired,
    saved: { last: FIRST_CHOICE },
    openQuery: (text) => wired.openQuery({ name: '', text }),
  };
  let made = 0;
  // Obsidian leaves what it has rendered as it is when the plugin goes.
  const shown = new Set<QueryBlock>();
  plugin.register(() => {
    for (const block of shown) block.giveBack();
  });
  plugin.registerMarkdownCodeBlockProcessor(BLOCK_LANGUAGE, (source, el, place) => {
    made += 1;
    const id = `question-stance-block-${made}`;
    const lines = () => place.getSectionInfo(el);
    const { sourcePath: path } = place;
    const block = new QueryBlock(el, context, services, { source, path, lines }, id);
    shown.add(block);
    block.register(() => shown.delete(block));
    place.addChild(block);
  });
  plugin.addCommand({
    id: 'insert-question-block',
    name: context.strings.block.insert,
    icon: 'list-plus',
    editorCallback: (editor) => insertLines(editor, [`\`\`\`${BLOCK_LANGUAGE}`, '', '```', ''], 1),
  });
}
