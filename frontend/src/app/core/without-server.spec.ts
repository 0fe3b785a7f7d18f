import { TestBed } from '@angular/core/testing';
import { WithoutServer } from './without-server.ts';

const NOON = Date.parse('2026-03-02T12:00:00Z');

describe('a browser without its server', () => {
  beforeEach(() => {
    localStorage.clear();
  });
  const anew = (): WithoutServer => {
    TestBed.resetTestingModule();
    return TestBed.inject(WithoutServer);
  };

  it('knows since when over a reload, and says nothing before it has looked', async () => {
    anew().lost(NOON);
    const later = anew();
    expect(later.absence()).toBeNull();
    later.lost(NOON + 60_000, 502);
    await later.found;
    expect(later.absence()).toEqual({ since: NOON, status: 502 });
  });

  it('begins to count anew once the server has been there', () => {
    const page = anew();
    page.lost(NOON);
    page.back();
    expect(page.absence()).toBeNull();
    page.lost(NOON + 60_000);
    expect(page.absence()).toEqual({ since: NOON + 60_000, status: null });
  });
});
