import { FontPreload } from '@groundwork/ui/primitives/font-preload';
import { ThemeScript } from '@groundwork/ui/primitives/theme-script';
import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import './globals.css';

export const metadata: Metadata = {
  title: { default: 'Groundwork', template: '%s, Groundwork' },
  description: 'Strength that fits around your running, with the reason beside every day.',
  applicationName: 'Groundwork',
  appleWebApp: { capable: true, title: 'Groundwork', statusBarStyle: 'default' },
  formatDetection: { telephone: false, date: false, address: false, email: false },
};

export const viewport: Viewport = {
  colorScheme: 'light dark',
  viewportFit: 'cover',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f5f2ea' },
    { media: '(prefers-color-scheme: dark)', color: '#171612' },
  ],
};

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en" suppressHydrationWarning>
      <head>
        <ThemeScript />
      </head>
      <body>
        <FontPreload />
        {children}
      </body>
    </html>
  );
}
