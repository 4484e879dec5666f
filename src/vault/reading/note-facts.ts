/**
 * What Obsidian knows of a note beside its text: tags and properties by the metadata cache, the day by the file. Asked
 * when a query asks. Every change of a note, of its properties alone too, comes to the index as an entry of its own
 * behind the cache's event (`sync.ts`), so whoever remembers facts by entries never has old ones.
 */
import { getAllTags, type App } from 'obsidian';
import { localDay } from '../../core/model/local-day';
import type { NoteFactsSource } from '../../core/query';

export function noteFacts({
  vault,
  metadataCache,
}: Pick<App, 'vault' | 'metadataCache'>): NoteFactsSource {
  return (path) => {
    const file = vault.getFileByPath(path);
    if (!file) return null;
    const cache = metadataCache.getFileCache(file);
    return {
      // Whoever asks for a property needs no tags.
      get tags() {
        return (cache && getAllTags(cache)) ?? [];
      },
      properties: cache?.frontmatter ?? {},
      get created() {
        return localDay(file.stat.ctime);
      },
    };
  };
}
