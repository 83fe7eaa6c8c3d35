"""What engines call the files that they make beside one, and in its place."""

COPIES = (
    "2026.sync-conflict-20261128-224735-65MZMP7.json",
    "2026-DESKTOP-1.json",
    "2026.json.orig",
    "2026 (gym-laptop's conflicted copy 2026-11-28).json",
    "2026 (In Konflikt stehende Kopie von gym-laptop 2026-11-28).json",
    "2026 (Copie en conflit de gym-laptop 2026-11-28).json",
    "2026 (Copia en conflicto de gym-laptop 2026-11-28).json",
    "2026 (gym-laptop の競合コピー 2026-11-28).json",
    "2026 (конфликтующая копия gym-laptop 2026-11-28).json",
    "2026_conflict-20261128-224735.json",
    "2026 (conflicted copy 2026-11-28 224735).json",
    "2026-DESKTOP-7GHJ2K1-2.json",
    "2026 2.json",
    "2026 (1).json",
    "Copy of 2026.json",
    "2026.json~",
    "2026_BACKUP_4711.json",
    "whatever.json",
)
"""Of a year: by Syncthing, OneDrive, git, Dropbox, Nextcloud, iCloud, Google Drive, rsync."""
NEVER_READ = (
    "~$2026.json",
    "~syncthing~2026.json.tmp",
    ".syncthing.2026.json.tmp",
    ".2026.json.Xb1a2c",
    ".2026.json.swp",
    "._2026.json",
    ".~lock.2026.json#",
    ".DS_Store",
    "desktop.ini",
    "Thumbs.db",
    "2026.jsonl",
    "2026.tmp",
    ".sync-conflict.json",
)
"""What is half written, hidden, or of the engine itself."""
STUBS = (".2026.json.icloud", "2026.json.nextcloud", "2026.json.owncloud")
"""What stands in the place of a file that is not on this machine."""
