/** Which request for which ward each viewer waits on: what was left, or asked for anew, before its answer came is not entered. */
export class Tickets {
  readonly #of = new WeakMap<object, Map<string, symbol>>();

  take(viewer: object, ward: string): symbol {
    const ticket = Symbol(ward);
    const tickets = this.#of.get(viewer) ?? new Map<string, symbol>();
    this.#of.set(viewer, tickets.set(ward, ticket));
    return ticket;
  }

  /** True once, while it holds. */
  redeem(viewer: object, ward: string, ticket: symbol): boolean {
    if (this.#of.get(viewer)?.get(ward) !== ticket) return false;
    return this.drop(viewer, ward);
  }

  /** True where there was one. */
  drop(viewer: object, ward: string): boolean {
    return this.#of.get(viewer)?.delete(ward) ?? false;
  }
}
