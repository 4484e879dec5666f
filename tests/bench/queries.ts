/** Sixty queries as people ask them: every field, «not», `OR` and brackets, each grouping, orders and limits. */

/** Filter words, one query each. */
export const FILTERS: readonly string[] = [
  '',
  'lacks:outward/limits -has:speaker',
  'stage:inward/difference',
  'lacks:inward/anomaly asker:"Asker 8"',
  'is:tagged',
  'is:conflict',
  'label:核心問題',
  'speaker:Ilya',
  'asker:Ilya -is:untagged',
  'note:"Draft 17"',
  'folder:日記/2019',
  'path:2019',
  'section:結論',
  'kind:heading',
  'has:label',
  'missing:section',
  'missing:inward/anomaly',
  'after:inward/anomaly',
  'tag:project',
  'prop:status=done',
  'prop:reviewed',
  'date:2024-03..2025-02',
  'date:last-30-days',
  'e',
  '為什麼',
  '数据',
  'zebra',
  '-為什麼',
  '(stance:outward OR label:核心問題) -folder:Projects',
  '為什麼 (is:untagged OR (stage:limits -speaker:Ilya)) OR tag:project',
];

/** Instructions; each filter is asked by note and by one of these. */
export const ARRANGEMENTS: readonly string[] = [
  'group by stance',
  'group by label',
  'group by stage',
  'group by section',
  'group by asker\nsort by coverage',
  'group by speaker',
  'group by folder',
  'group by month reverse',
  'group by kind',
  'group by quarter reverse',
  'group by year',
  'group by stance\ngroup by label',
  'sort by text',
  'sort by date reverse\nsort by label',
  'sort by coverage reverse',
  'group by folder\nsort by note reverse\nlimit groups 5',
  'limit 50',
];

export const QUERIES: readonly string[] = FILTERS.flatMap((words, at) => [
  `${words}\ngroup by note`,
  `${words}\n${ARRANGEMENTS[at % ARRANGEMENTS.length] ?? ''}`,
]);
