/** The plugin's API for others, as `src/api.d.ts` has it. Nothing of it reaches into the plugin. */
import type { Answer, QuestionStanceApi, TagChange } from '../../api';
import { localized } from '../../core/model/taxonomy';
import { EMPTY_QUERY, type Query } from '../../core/query';
import { inWorkOrder } from '../../settings/taxonomies';
import type { UiContext } from '../context';
import { changeMarks } from './change-marks';
import type { VaultQuery } from './vault-query';

const CAPABILITIES = ['query', 'explain', 'validate', 'questionsIn', 'taxonomies', 'tag', 'on'];

export function createApi(context: UiContext, queries: VaultQuery): QuestionStanceApi {
  const { index, settings, language, operations } = context;
  const alive = (): void => {
    if (!operations.stopped.aborted) return;
    throw Object.assign(new Error('Question Stance was switched off.'), { code: 'unloaded' });
  };
  const answerTo = (query: Query, listed?: 'all') =>
    queries.answer(query, listed).catch((error: unknown) => {
      alive();
      throw error;
    });
  const ask = async (text: string, more: Partial<Query> = {}) => {
    alive();
    const { query, problems } = queries.read(textOf(text));
    return { answer: await answerTo({ ...query, ...more }), problems };
  };
  return Object.freeze<QuestionStanceApi>({
    apiVersion: 1,
    hasCapability: (name) => CAPABILITIES.includes(name),
    query: async (text) => {
      const { answer, problems } = await ask(text);
      const { total, matched, counts } = answer;
      return Object.freeze<Answer>({
        total,
        matched,
        counts,
        errors: deepFreeze([...problems, ...answer.errors]),
        // Made when somebody looks at them.
        get groups() {
          return answer.groups;
        },
        get rows() {
          return answer.rows;
        },
      });
    },
    explain: async (text) => {
      const { explained } = (await ask(text, { explain: true })).answer;
      const parts = explained ?? [];
      return deepFreeze(parts.map(({ words, depth, matched }) => ({ words, depth, matched })));
    },
    validate: (text) => {
      alive();
      return deepFreeze(queries.read(textOf(text)).problems);
    },
    questionsIn: async (path) => {
      alive();
      const notes = { kind: 'note', path: textOf(path) } as const;
      return (await answerTo({ ...EMPTY_QUERY, notes }, 'all')).rows;
    },
    taxonomies: () => {
      alive();
      return deepFreeze(
        inWorkOrder(settings.get()).map(({ id, root, name, stances }) => ({
          id,
          root,
          name: localized(name, language),
          stances: stances.map((stance) => ({
            id: stance.id,
            name: localized(stance.label, language),
            stages: stance.stages.map((stage) => ({
              id: stage.id,
              name: localized(stage.label, language),
              asks: localized(stage.asks, language),
            })),
          })),
        })),
      );
    },
    tag: async (changes) => {
      alive();
      return deepFreeze(await changeMarks(context, queries, changes.map(readChange)));
    },
    on: (event, listener) => {
      alive();
      const tell = (): void => {
        try {
          listener();
        } catch (error) {
          console.error('A listener of Question Stance failed.', error);
        }
      };
      return event === 'ready' ? whenReady(index, tell) : whenChanged(index, tell);
    },
  });
}

type Index = Pick<UiContext['index'], 'progress' | 'revision' | 'subscribe'>;

function whenReady(index: Index, tell: () => void): () => void {
  const isReady = () => index.progress.phase === 'ready';
  let stop = (): void => undefined;
  const look = (): void => {
    if (!isReady()) return;
    stop();
    tell();
  };
  if (isReady()) queueMicrotask(tell);
  else stop = index.subscribe(look);
  return () => stop();
}

function whenChanged(index: Index, tell: () => void): () => void {
  let known = index.revision;
  return index.subscribe(() => {
    if (index.revision === known) return;
    known = index.revision;
    tell();
  });
}

/** What scripts hand over is not known to be what the types say. */
function textOf(given: unknown): string {
  if (typeof given === 'string') return given;
  throw new TypeError('A text is expected.');
}

function readChange(given: TagChange): TagChange {
  const { path, start, text, mark } = given;
  if (typeof start !== 'number') throw new TypeError('`start` is expected to be a number.');
  const read = mark && {
    stance: textOf(mark.stance),
    stage: mark.stage === null ? null : textOf(mark.stage),
  };
  return { path: textOf(path), start, text: textOf(text), mark: read ?? null };
}

function deepFreeze<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.values(value).forEach(deepFreeze);
  return Object.freeze(value);
}
