import type { Browser } from 'playwright-core';
import { openBrowser } from '../harness/browser.ts';
import { KafkaCluster } from '../kafka/cluster.ts';
import { PostgresServer } from '../harness/system.ts';
import { SmallDisk } from './small-disk.ts';

/** The servers that all plays share, started when one needs them. */
export class World {
  readonly postgres = new PostgresServer();
  readonly #clusters = new Map<number, Promise<KafkaCluster>>();
  #disk: Promise<SmallDisk | null> | null = null;
  #browser: Promise<Browser> | null = null;
  #databases = 0;

  async kafka(brokers: 1 | 3): Promise<KafkaCluster> {
    let cluster = this.#clusters.get(brokers);
    if (!cluster) {
      cluster = KafkaCluster.start({ brokers, sideDoor: true });
      this.#clusters.set(brokers, cluster);
    }
    return cluster;
  }

  /** A disk of its own for the databases, small enough to be filled; null where this account may not mount one. */
  async disk(): Promise<SmallDisk | null> {
    this.#disk ??= SmallDisk.mount(this.postgres);
    return this.#disk;
  }

  async browser(): Promise<Browser> {
    this.#browser ??= openBrowser();
    return this.#browser;
  }

  /** A new database; its address, straight to the server. */
  async database(): Promise<string> {
    const disk = await this.disk();
    this.#databases += 1;
    return this.postgres.database(`play_${this.#databases}`, disk?.tablespace);
  }

  async stop(): Promise<void> {
    const clusters = [...this.#clusters.values()].map(async (cluster) => (await cluster).stop());
    await Promise.allSettled(clusters);
    await (await this.#browser)?.close();
    await this.postgres.stop();
    (await this.#disk)?.unmount();
  }
}
