-- The two roles and the database, once per server, by whoever may create roles: nobody but the owner changes tables,
-- and the application owns none of them, so that row-level security binds it.
create role an_sinh login;
create role an_sinh_app login;
grant an_sinh_app to an_sinh;
create database an_sinh owner an_sinh encoding 'UTF8' template template0;
