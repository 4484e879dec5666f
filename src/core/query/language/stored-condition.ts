/** A condition as a workspace or the settings keep it, read back from data of any shape. */
import type { Condition, Filter } from './condition';
import { isField } from './fields';

/** Conditions within conditions beyond what words can say (see `LIMITS`) are none. */
const MOST_DEEP = 130;

/** Null where the data is no condition; what a condition has beside its own parts is left out. */
export function readCondition(value: unknown, depth = 0): Condition | null {
  if (typeof value !== 'object' || value === null || depth > MOST_DEEP) return null;
  if ('field' in value && 'value' in value) {
    const { field, value: wanted } = value;
    if (typeof field !== 'string' || !isField(field) || typeof wanted !== 'string') return null;
    return { field, value: wanted };
  }
  if ('not' in value) {
    const inner = readCondition(value.not, depth + 1);
    return inner && { not: inner };
  }
  if (!('any' in value) || !Array.isArray(value.any)) return null;
  const sequences: Filter[] = [];
  for (const item of value.any as readonly unknown[]) {
    const sequence = readSequence(item, depth + 1);
    if (!sequence || sequence.length === 0) return null;
    sequences.push(sequence);
  }
  return sequences.length === 0 ? null : { any: sequences };
}

/** Half a sequence would find something else: all of it can be read, or it is none. */
function readSequence(value: unknown, depth: number): Filter | null {
  if (!Array.isArray(value)) return null;
  const conditions: Condition[] = [];
  for (const item of value as readonly unknown[]) {
    const condition = readCondition(item, depth);
    if (!condition) return null;
    conditions.push(condition);
  }
  return conditions;
}
