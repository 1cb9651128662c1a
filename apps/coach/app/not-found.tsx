import { LinkButton } from '@groundwork/ui/primitives/link-button';
import { PageHead } from '@groundwork/ui/primitives/page-head';

export default function NotFoundPage() {
  return (
    <main className="px-5 py-8 lg:px-10">
      <PageHead
        title="There is nothing here by that name"
        deck="The address is mistyped, or what it named has gone or belongs to another practice."
      />
      <LinkButton href="/" className="mt-5">
        Go to Today
      </LinkButton>
    </main>
  );
}
