import { Injectable } from '@angular/core';

/** What one browser remembers. Storage may be forbidden (private windows, kiosks): then it lasts as long as the page. */
@Injectable({ providedIn: 'root' })
export class Keepsake {
  private readonly fallback = new Map<string, string>();

  get(key: string): string | null {
    try {
      return localStorage.getItem(key) ?? this.fallback.get(key) ?? null;
    } catch {
      return this.fallback.get(key) ?? null;
    }
  }

  set(key: string, value: string): void {
    this.fallback.set(key, value);
    try {
      localStorage.setItem(key, value);
    } catch {
      // Kept for this page only.
    }
  }
}
