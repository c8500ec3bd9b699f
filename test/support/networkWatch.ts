import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../../scripts/lib/paths.mjs';

/**
 * What asks the network and is none of ours. Only these: who asks is part of the name, and an extension
 * host that asked the same would be seen.
 */
const OF_OTHERS: ReadonlyMap<string, string> = new Map([
  ['browser: open-vsx.org:443', 'The page of VS Code asks its gallery of extensions.'],
  ['node: dns open-vsx.org', 'The server of VS Code asks its gallery of extensions.'],
  ['node: tcp open-vsx.org:443', 'The server of VS Code asks its gallery of extensions.'],
  ['browser: content-autofill.googleapis.com:443', 'Chromium asks what the fields of a form are.'],
]);

/** Sees every request that a browser and a server of VS Code send to the network. */
export class NetworkWatch {
  private readonly ofBrowser: string[] = [];

  private constructor(
    private readonly folder: string,
    private readonly proxy: Server,
  ) {
    proxy.on('request', (request, response) => {
      this.ofBrowser.push(`browser: ${request.url}`);
      response.writeHead(502).end();
    });
    proxy.on('connect', (request, socket) => {
      this.ofBrowser.push(`browser: ${request.url}`);
      socket.end('HTTP/1.1 502 Nobody is asked\r\n\r\n');
    });
  }

  static async start(): Promise<NetworkWatch> {
    const folder = await mkdtemp(join(tmpdir(), 'ip4-desk-'));
    await writeFile(join(folder, 'connections'), '');
    const proxy = createServer();
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    return new NetworkWatch(folder, proxy);
  }

  /**
   * The proxy that a browser's context has to use: whatever is not on this machine comes to it, from
   * pages, their workers and service workers, and goes no further.
   */
  get contextProxy(): { readonly server: string; readonly bypass: string } {
    const { port } = this.proxy.address() as AddressInfo;
    return { server: `http://127.0.0.1:${port}`, bypass: 'localhost,127.0.0.1' };
  }

  /**
   * What Node has to be started with to tell of its connections, its threads' and those of the
   * extension hosts and other Nodes that it starts.
   */
  get nodeArguments(): readonly string[] {
    const module = pathToFileURL(join(root, 'test', 'support', 'watchConnections.mjs'));
    module.searchParams.set('log', join(this.folder, 'connections'));
    return ['--import', module.href];
  }

  /** What has been asked of the network until now, apart from others' requests: who, and whom; each once. */
  async requests(): Promise<readonly string[]> {
    const lines = (await readFile(join(this.folder, 'connections'), 'utf8')).trim().split('\n');
    const ofNode = lines.filter((line) => line !== '').map((line) => JSON.parse(line) as string);
    return [...new Set([...this.ofBrowser, ...ofNode])]
      .filter((request) => !OF_OTHERS.has(request))
      .sort();
  }

  async stop(): Promise<void> {
    await new Promise((resolve) => this.proxy.close(resolve));
    await rm(this.folder, { recursive: true });
  }
}
