import type { Output } from '@trofast/contract';

type TextLine = Output<'compareDraft'>['lines'][number];

/** How far two texts may differ before they are told as one that went and one that came: it keeps the search short. */
const editsMax = 4000;

/**
 * The shortest way from one text to another, line by line (E. Myers, "An O(ND) Difference Algorithm and Its Variations",
 * 1986).
 */
export function compareLines(before: string, after: string): TextLine[] {
  const [old, fresh] = [linesOf(before), linesOf(after)];
  const trail = editTrail(old, fresh);
  return trail ? walkBack(old, fresh, trail) : [...old.map(removed), ...fresh.map(added)];
}

function linesOf(text: string): readonly string[] {
  return text === '' ? [] : text.replace(/\r?\n$/, '').split(/\r?\n/);
}

/** The furthest place on each diagonal after 0, 1, 2, … edits, up to where both texts end. */
function editTrail(
  old: readonly string[],
  fresh: readonly string[],
): readonly ReadonlyMap<number, number>[] | undefined {
  const trail: Map<number, number>[] = [];
  const furthest = new Map<number, number>([[1, 0]]);
  for (let edits = 0; edits <= Math.min(editsMax, old.length + fresh.length); edits += 1) {
    trail.push(new Map(furthest));
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      let x = comesDown(furthest, diagonal, edits)
        ? (furthest.get(diagonal + 1) ?? 0)
        : (furthest.get(diagonal - 1) ?? 0) + 1;
      while (x < old.length && x - diagonal < fresh.length && old[x] === fresh[x - diagonal]) x += 1;
      furthest.set(diagonal, x);
      if (x >= old.length && x - diagonal >= fresh.length) return trail;
    }
  }
  return undefined;
}

/** Whether the best way onto a diagonal takes a line in, rather than one out. */
function comesDown(furthest: ReadonlyMap<number, number>, diagonal: number, edits: number): boolean {
  if (diagonal === -edits) return true;
  return diagonal !== edits && (furthest.get(diagonal - 1) ?? -1) < (furthest.get(diagonal + 1) ?? -1);
}

function walkBack(
  old: readonly string[],
  fresh: readonly string[],
  trail: readonly ReadonlyMap<number, number>[],
): TextLine[] {
  const lines: TextLine[] = [];
  let [x, y] = [old.length, fresh.length];
  for (let edits = trail.length - 1; edits >= 0; edits -= 1) {
    const furthest = trail[edits] ?? new Map();
    const diagonal = x - y;
    const from = comesDown(furthest, diagonal, edits) ? diagonal + 1 : diagonal - 1;
    const fromX: number = furthest.get(from) ?? 0;
    const fromY = fromX - from;
    while (x > Math.max(fromX, 0) && y > Math.max(fromY, 0)) {
      x -= 1;
      y -= 1;
      lines.push({ kind: 'same', text: old[x] ?? '', before: x + 1, after: y + 1 });
    }
    if (edits === 0) break;
    if (x === fromX) {
      y -= 1;
      lines.push(added(fresh[y] ?? '', y));
    } else {
      x -= 1;
      lines.push(removed(old[x] ?? '', x));
    }
  }
  return lines.toReversed();
}

function added(text: string, index: number): TextLine {
  return { kind: 'added', text, after: index + 1 };
}

function removed(text: string, index: number): TextLine {
  return { kind: 'removed', text, before: index + 1 };
}
