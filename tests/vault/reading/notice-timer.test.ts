import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { NoticeTimer } from '../../../src/vault/reading/notice-timer';

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
  new NoticeTimer(() => false).defer(notice);
  vi.advanceTimersByTime(100);
  expect(notice).toHaveBeenCalledOnce();
});

it('tells about once a second while a vault is read', () => {
  const notice = vi.fn();
  new NoticeTimer(() => true).defer(notice);
  vi.advanceTimersByTime(900);
  expect(notice).not.toHaveBeenCalled();
  vi.advanceTimersByTime(200);
  expect(notice).toHaveBeenCalledOnce();
});

it('waits no longer than the reading takes', () => {
  const notice = vi.fn();
  let isPass = true;
  new NoticeTimer(() => isPass).defer(notice);
  vi.advanceTimersByTime(300);
  isPass = false;
  vi.advanceTimersByTime(100);
  expect(notice).toHaveBeenCalledOnce();
});

it('tells at once what somebody changes while a vault is read', () => {
  const notice = vi.fn();
  const timer = new NoticeTimer(() => true);
  timer.defer(notice);
  vi.advanceTimersByTime(200);
  timer.hurry();
  vi.advanceTimersByTime(100);
  expect(notice).toHaveBeenCalledOnce();
  timer.defer(notice);
  vi.advanceTimersByTime(500);
  expect(notice).toHaveBeenCalledOnce();
});
