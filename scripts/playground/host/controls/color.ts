// Colours between hex, RGB (0–255) and HSL (degrees and per cent), for the colour picker.
import type { HSL, RGB } from 'obsidian';

export function hexToRgb(hex: string): RGB {
  const value = parseInt(hex.replace('#', ''), 16);
  return { r: (value >> 16) & 255, g: (value >> 8) & 255, b: value & 255 };
}

export function rgbToHex({ r, g, b }: RGB): string {
  const parts = [r, g, b].map((part) => Math.round(part).toString(16).padStart(2, '0'));
  return `#${parts.join('')}`;
}

export function rgbToHsl({ r, g, b }: RGB): HSL {
  const [red, green, blue] = [r / 255, g / 255, b / 255];
  const max = Math.max(red, green, blue);
  const spread = max - Math.min(red, green, blue);
  const l = max - spread / 2;
  if (spread === 0) return { h: 0, s: 0, l: l * 100 };
  let h = (red - green) / spread + 4;
  if (max === red) h = ((green - blue) / spread + 6) % 6;
  else if (max === green) h = (blue - red) / spread + 2;
  return { h: h * 60, s: (spread / (1 - Math.abs(2 * l - 1))) * 100, l: l * 100 };
}

export function hslToRgb({ h, s, l }: HSL): RGB {
  const [saturation, lightness] = [s / 100, l / 100];
  const reach = saturation * Math.min(lightness, 1 - lightness);
  const channel = (offset: number): number => {
    const turn = (offset + h / 30) % 12;
    return 255 * (lightness - reach * Math.max(-1, Math.min(turn - 3, 9 - turn, 1)));
  };
  return { r: channel(0), g: channel(8), b: channel(4) };
}
