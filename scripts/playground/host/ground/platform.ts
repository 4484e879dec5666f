// `Platform`, `apiVersion`, `requireApiVersion` and `getLanguage`. A phone's width makes the host a
// phone in every flag that Obsidian's typings know.
import { preferences } from './preferences.ts';

const isPhone = preferences.width === 'phone';
const system = navigator.userAgent;

export const Platform = {
  isDesktop: !isPhone,
  isMobile: isPhone,
  isDesktopApp: !isPhone,
  isMobileApp: isPhone,
  isIosApp: false,
  isAndroidApp: isPhone,
  isPhone,
  isTablet: false,
  isMacOS: system.includes('Mac OS X'),
  isWin: system.includes('Windows'),
  isLinux: system.includes('Linux'),
  isSafari: /^((?!chrome|android).)*safari/i.test(system),
  resourcePathPrefix: '/api/file?path=',
};

/** The version of the typings that the host follows. */
export const apiVersion = '1.13.1';

export function requireApiVersion(version: string): boolean {
  const have = apiVersion.split('.').map(Number);
  const want = version.split('.').map(Number);
  for (let at = 0; at < 3; at++) {
    const difference = (have[at] ?? 0) - (want[at] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}

export function getLanguage(): string {
  return preferences.lang;
}
