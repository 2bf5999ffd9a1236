/** Colours of Excel, by value, by theme or by index, as "#RRGGBB". */

/** A colour as a workbook states it. */
export interface ExcelColor {
  readonly argb?: string;
  readonly theme?: number;
  readonly tint?: number;
  readonly indexed?: number;
}

const OFFICE = [
  'FFFFFF',
  '000000',
  'E7E6E6',
  '44546A',
  '4472C4',
  'ED7D31',
  'A5A5A5',
  'FFC000',
  '5B9BD5',
  '70AD47',
  '0563C1',
  '954F72',
];
const INDEXED = (
  '000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF ' +
  '800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF ' +
  '000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 ' +
  '3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333'
).split(' ');

/** A function from a workbook's colours to "#RRGGBB"; undefined for none, or for the automatic one. */
export function colorReader(themeXml: string | undefined): (color: unknown) => string | undefined {
  const theme = themeXml === undefined ? OFFICE : themeColors(themeXml);
  return (given) => {
    if (typeof given !== 'object' || given === null) return undefined;
    const { argb, theme: place, tint, indexed } = given as ExcelColor;
    const hex =
      argb !== undefined && /^[\da-f]{8}$/iu.test(argb)
        ? argb.slice(2)
        : place === undefined
          ? INDEXED[indexed ?? -1]
          : theme[place];
    return hex === undefined ? undefined : `#${tinted(hex, tint ?? 0).toUpperCase()}`;
  };
}

// A theme lists dark before light; cells count light first.
function themeColors(xml: string): readonly string[] {
  const scheme = /<a:clrScheme[\s\S]*?<\/a:clrScheme>/u.exec(xml)?.[0] ?? '';
  const colors = [...scheme.matchAll(/<a:(?:srgbClr val|sysClr [^>]*lastClr)="([\dA-Fa-f]{6})"/gu)].map(
    ([, hex]) => hex ?? '000000',
  );
  const [dark1, light1, dark2, light2, ...rest] = colors;
  return colors.length < 10 || !dark1 || !light1 || !dark2 || !light2
    ? OFFICE
    : [light1, dark1, light2, dark2, ...rest];
}

function tinted(hex: string, tint: number): string {
  if (tint === 0) return hex;
  return [0, 2, 4]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16))
    .map((part) => Math.round(tint < 0 ? part * (1 + tint) : part + (255 - part) * tint))
    .map((part) => Math.min(255, Math.max(0, part)).toString(16).padStart(2, '0'))
    .join('');
}

/** A colour « #1a73e8 » as Excel writes it, opaque. */
export function argb(hex: string): string {
  return `FF${hex.slice(1).toUpperCase()}`;
}
