select count(*) as total from library_words where library_words match $1
