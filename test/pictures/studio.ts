import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Browser, Locator } from 'playwright-core';
import sharp from 'sharp';
import type { Server } from '../../scripts/lib/server.mjs';
import { Workbench, type ThemeName, type WorkbenchOptions } from '../e2e/workbench';

/** Where pictures are taken, and where they go. */
export interface Studio {
  readonly server: Server;
  readonly browser: Browser;
  readonly folder: string;
}

/** How a workbench looks while pictures are taken. */
export interface Variant extends Pick<WorkbenchOptions, 'viewport' | 'scale'> {
  readonly theme: ThemeName;
  /** What the names of its pictures end with. */
  readonly suffix?: string;
}

/** A part of the window, in CSS pixels. */
export interface Clip {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** One picture. */
export interface Shot {
  /** The path of its file in the folder, without its ending. */
  readonly name: string;
  /** Brings what is to be seen into the window. @returns the part to keep; all when it returns none */
  readonly stage: (desk: Workbench) => Promise<Clip> | Promise<void>;
}

/**
 * Takes pictures of one workbench, one after the other, and goes on after one that cannot be taken.
 *
 * @returns whether all could be
 */
export async function takeShots(
  { server, browser, folder }: Studio,
  variant: Variant,
  shots: readonly Shot[],
  isWanted: (name: string) => boolean,
): Promise<boolean> {
  const { suffix = '', ...look } = variant;
  const wanted = shots.filter(({ name }) => isWanted(name.slice(name.lastIndexOf('/') + 1)));
  if (wanted.length === 0) {
    return true;
  }
  const desk = await Workbench.open(browser, server, { ...look, settings: QUIET, files: SOURCES });
  desk.page.setDefaultTimeout(20_000);
  let isComplete = true;
  try {
    for (const { name, stage } of wanted) {
      const path = join(folder, `${name}${suffix}.png`);
      await mkdir(dirname(path), { recursive: true });
      try {
        const clip: Clip | undefined = (await stage(desk)) ?? undefined;
        const png = await desk.page.screenshot({
          ...(clip && { clip }),
          caret: 'hide',
          animations: 'disabled',
        });
        // A palette takes a third of the bytes: pictures of the walkthrough ship.
        await sharp(png).png({ palette: true, effort: 10 }).toFile(path);
        console.log(path);
      } catch (error) {
        isComplete = false;
        console.error(`${name}${suffix}: ${String(error)}`);
        await desk.screenshot(`failed-${name}${suffix}`).catch(() => undefined);
      }
    }
  } finally {
    await desk.close();
  }
  return isComplete;
}

/** What would move while a picture is taken. */
const QUIET = {
  'editor.cursorBlinking': 'solid',
  // Notes of eighty signs a line are seen whole.
  'editor.fontSize': 12,
  'editor.minimap.enabled': false,
  'workbench.tips.enabled': false,
};

/** Documents of nobody, beside the samples, so that the Sources view shows what rows say. */
const SOURCES = {
  'sources/harbour-review.md': document('A Review of Harbour Dues', 'Perch, Ann', '2021-03-09'),
  'sources/lamps.md': document('Lamps, Lenses and Keepers', 'Roe, Jo', '2023-11-02'),
  'sources/damaged.pdf': '%PDF-1.7\nThis is no more.\n',
};

function document(title: string, author: string, date: string): string {
  return [
    `---\ntitle: ${title}\nauthor: ${author}\ndate: ${date}\n---\n\n# ${title}`,
    '## What was asked',
    'The office asked how many lamps a harbour needs, and who is to look after them through the winter.',
    '## What was found',
    'A harbour with two entrances needs four lamps, and a keeper for each of them.',
    'Keepers who share a watch sleep better, and see more.',
    '',
  ].join('\n\n');
}

/** The part of the window that holds all of `parts`, with a margin, in CSS pixels. */
export async function around(
  desk: Workbench,
  parts: readonly Locator[],
  margin = 16,
): Promise<Clip> {
  const boxes = [];
  for (const part of parts) {
    const box = await part.boundingBox();
    if (box === null) {
      throw new Error('What the picture is about cannot be seen.');
    }
    boxes.push(box);
  }
  const { width, height } = desk.page.viewportSize() ?? { width: 1280, height: 800 };
  const left = Math.max(0, Math.min(...boxes.map(({ x }) => x)) - margin);
  const top = Math.max(0, Math.min(...boxes.map(({ y }) => y)) - margin);
  const right = Math.min(width, Math.max(...boxes.map((box) => box.x + box.width)) + margin);
  const bottom = Math.min(height, Math.max(...boxes.map((box) => box.y + box.height)) + margin);
  return { x: left, y: top, width: right - left, height: bottom - top };
}
