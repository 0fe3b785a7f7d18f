/** Answers may arrive in another order than they were asked for: none is taken after a newer one. */
export class InOrder {
  private asked = 0;
  private taken = 0;

  /** @returns whether the answer to what is asked now is to be taken, when it is there */
  ask(): () => boolean {
    const number = ++this.asked;
    return () => {
      if (number <= this.taken) return false;
      this.taken = number;
      return true;
    };
  }
}
