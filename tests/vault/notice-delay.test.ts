import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { delayNotice } from '../../src/vault/notice-delay';

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('window', globalThis);
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('tells of a change at once, as a reader sees it', () => {
  const notice = vi.fn();
  delayNotice(notice, () => false);
  vi.advanceTimersByTime(100);
  expect(notice).toHaveBeenCalledOnce();
});

it('tells about once a second while a vault is read', () => {
  const notice = vi.fn();
  delayNotice(notice, () => true);
  vi.advanceTimersByTime(900);
  expect(notice).not.toHaveBeenCalled();
  vi.advanceTimersByTime(200);
  expect(notice).toHaveBeenCalledOnce();
});

it('waits no longer than the reading takes', () => {
  const notice = vi.fn();
  let isPass = true;
  delayNotice(notice, () => isPass);
  vi.advanceTimersByTime(300);
  isPass = false;
  vi.advanceTimersByTime(100);
  expect(notice).toHaveBeenCalledOnce();
});
