#!/bin/sh
# Runs once, when the database is made: the owner of the tables is no superuser, and the running roles are made by the migration.
set -eu
psql -v ON_ERROR_STOP=1 -v password="$OWNER_PASSWORD" --username "$POSTGRES_USER" <<'SQL'
create role groundwork_owner login createrole nosuperuser nobypassrls password :'password';
create database groundwork owner groundwork_owner;
SQL
