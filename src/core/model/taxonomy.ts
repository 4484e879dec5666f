/**
 * A taxonomy: stances, each an ordered list of stages, and the root that its tags begin with. The ids of stances and
 * stages stand in notes and never change; labels, descriptions and colours are presentation. Text is keyed by the
 * interface's language and falls back to English.
 */
import { DEFAULT_MARK_FORMAT } from './mark';
import { SKIP } from './question';
import { stageKey } from './stage-key';

export const LANGUAGES = ['en', 'zh-TW', 'zh'] as const;
export type Language = (typeof LANGUAGES)[number];
export type Localized = { readonly en: string } & { readonly [language in Language]?: string };

/** Beginnings of questions, a list a language; where a language has none, those that ship are meant. */
export type Stems = { readonly [language in Language]?: readonly string[] };

export interface Stage {
  readonly id: string;
  readonly label: Localized;
  /** What a question of this stage asks, in one phrase. */
  readonly asks: Localized;
  /** Beginnings of such questions, where they are the user's own. See `stems.ts`. */
  readonly stems?: Stems;
}

export interface Stance {
  readonly id: string;
  readonly label: Localized;
  /** The name of one of Obsidian's extended colours: `var(--color-<name>)`. */
  readonly color: StanceColor;
  readonly stages: readonly Stage[];
}

export const STANCE_COLORS = [
  'red',
  'orange',
  'yellow',
  'green',
  'cyan',
  'blue',
  'purple',
  'pink',
] as const;
export type StanceColor = (typeof STANCE_COLORS)[number];

export interface Taxonomy {
  /** Tells it from the others in the settings; stands in no note. */
  readonly id: string;
  readonly name: Localized;
  /** The first segment of its tags, without `#`. */
  readonly root: string;
  readonly stances: readonly Stance[];
}

/** As much of a taxonomy as marks are named and chosen by. */
export type Stances = Pick<Taxonomy, 'stances'>;

/** Text that ships: in every language. */
type ShippedText = { readonly [language in Language]: string };
type Shipped<T> = {
  readonly [K in keyof T]: T[K] extends Localized
    ? ShippedText
    : T[K] extends readonly (infer Item)[]
      ? readonly Shipped<Item>[]
      : T[K];
};

/** Ids are short ASCII words: they become segments of a tag. `skip` is taken. */
export function isTaxonomyId(id: string): boolean {
  return /^[a-z][a-z0-9_-]{0,31}$/.test(id) && id !== SKIP;
}

const SHIPPED: Shipped<Taxonomy> = {
  id: 'question-stance',
  name: { en: 'Inward and outward', 'zh-TW': '向內與向外', zh: '向内与向外' },
  root: DEFAULT_MARK_FORMAT.root,
  stances: [
    {
      id: 'inward',
      label: { en: 'Digging inward', 'zh-TW': '向內挖掘', zh: '向内挖掘' },
      color: 'blue',
      stages: [
        {
          id: 'anomaly',
          label: { en: 'Observed anomaly', 'zh-TW': '觀察異常', zh: '观察异常' },
          asks: {
            en: 'What happens that should not, or does not happen that should?',
            'zh-TW': '什麼不該發生卻發生了，或該發生卻沒有？',
            zh: '什么不该发生却发生了，或该发生却没有？',
          },
        },
        {
          id: 'difference',
          label: { en: 'Fundamental difference', 'zh-TW': '根本差異', zh: '根本差异' },
          asks: {
            en: 'What sets the two sides apart at the root? What is it really?',
            'zh-TW': '兩者在根本上差在哪裡？它究竟是什麼？',
            zh: '两者在根本上差在哪里？它究竟是什么？',
          },
        },
        {
          id: 'direction',
          label: { en: 'New direction', 'zh-TW': '新研究方向', zh: '新研究方向' },
          asks: {
            en: 'Is the frame itself wrong, and where should one look instead?',
            'zh-TW': '框架本身是不是錯了？該往哪裡找？',
            zh: '框架本身是不是错了？该往哪里找？',
          },
        },
      ],
    },
    {
      id: 'outward',
      label: { en: 'Bridging outward', 'zh-TW': '向外架橋', zh: '向外架桥' },
      color: 'orange',
      stages: [
        {
          id: 'definition',
          label: { en: 'Clarify the definition', 'zh-TW': '釐清定義', zh: '厘清定义' },
          asks: {
            en: 'What exactly is meant, in concrete terms?',
            'zh-TW': '具體來說，究竟是指什麼？',
            zh: '具体来说，究竟是指什么？',
          },
        },
        {
          id: 'analogy',
          label: { en: 'Build an analogy', 'zh-TW': '建立類比', zh: '建立类比' },
          asks: {
            en: 'What known thing is it like?',
            'zh-TW': '它像哪一樣已知的東西？',
            zh: '它像哪一样已知的东西？',
          },
        },
        {
          id: 'limits',
          label: { en: 'Test against real limits', 'zh-TW': '挑戰現實限制', zh: '挑战现实限制' },
          asks: {
            en: 'How can it hold up against money, compute, time, rivals?',
            'zh-TW': '面對資金、算力、時間與對手，它怎麼站得住？',
            zh: '面对资金、算力、时间与对手，它怎么站得住？',
          },
        },
        {
          id: 'philosophy',
          label: { en: 'Ultimate philosophy', 'zh-TW': '探討終極哲學', zh: '探讨终极哲学' },
          asks: {
            en: 'Taste, judgement, meaning: how could one know?',
            'zh-TW': '品味、判斷、意義：人怎麼能知道？',
            zh: '品味、判断、意义：人怎么能知道？',
          },
        },
      ],
    },
  ],
};

export const DEFAULT_TAXONOMY: Taxonomy = SHIPPED;

export function localized(text: Localized, language: Language): string {
  return text[language] ?? text.en;
}

/** The keys of all stages in their order. */
export function stageKeysOf({ stances }: Stances): readonly string[] {
  return stances.flatMap(({ id, stages }) =>
    stages.map((stage) => stageKey({ stance: id, stage: stage.id })),
  );
}

export function findStance(taxonomy: Stances, id: string): Stance | null {
  return taxonomy.stances.find((stance) => stance.id === id) ?? null;
}

export function findStage(stance: Stance, id: string | null): Stage | null {
  return stance.stages.find((stage) => stage.id === id) ?? null;
}
