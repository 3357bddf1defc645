# words
[when]a customer=Customer()
[when]nothing=eval( System.exit(0) )
