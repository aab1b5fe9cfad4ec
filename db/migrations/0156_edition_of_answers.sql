-- Published answers are words of the portal too: with one that comes or goes the edition grows, and no kept page shows it longer
create constraint trigger next_edition after insert or update on feedback.published
  deferrable initially deferred for each row when (new.state in ('published', 'withdrawn'))
  execute function publishing.next_edition();
